-- Nothing is lost: a document of this run has at least one article, or a row that says why not.
with

documents as (

    select *
    from {{ ref('stg_newswire__documents') }}
    where partition_date in ({{ days_of_this_run() }})

)

select
    documents.document_id,
    documents.source_uri
from documents
left join {{ ref('fct_articles') }} as articles
    on documents.document_id = articles.document_id
left join {{ ref('stg_newswire__rejected_documents') }} as rejected
    on documents.source_uri = rejected.source_uri
where
    articles.article_id is null
    and rejected.source_uri is null
