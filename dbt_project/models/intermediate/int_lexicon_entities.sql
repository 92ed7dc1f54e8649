-- Ids as the extractor writes them: the type before a colon, then the key in the lexicon.
select
    'country' as entity_type,
    'country:' || country_code as entity_id,
    name_ar,
    name_en as name_latin,
    country_code
from {{ ref('countries') }}
union all
select
    'place' as entity_type,
    'place:' || place_id as entity_id,
    name_ar,
    name_en as name_latin,
    country_code
from {{ ref('places') }}
union all
select
    'person' as entity_type,
    'person:' || person_id as entity_id,
    name_ar,
    name_latin,
    country_code
from {{ ref('persons') }}
union all
select
    'organization' as entity_type,
    'organization:' || organization_id as entity_id,
    name_ar,
    name_en as name_latin,
    country_code
from {{ ref('organizations') }}
union all
-- An agency stands in the list of organisations too where it is more than a dateline's sender.
select
    'organization' as entity_type,
    'agency:' || agencies.agency_id as entity_id,
    agencies.name_ar,
    agencies.name_en as name_latin,
    agencies.country_code
from {{ ref('agencies') }} as agencies
where agencies.agency_id not in (select known.organization_id from {{ ref('organizations') }} as known)
