{%- set eastern = [
    'يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو',
    'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'
] -%}
{%- set levantine = [
    'كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران',
    'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'
] -%}
{%- set maghrebi = [
    'جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان',
    'جويلية', 'أوت', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'
] -%}
{%- set weekdays = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'] -%}
with

span as (

    select
        min(published_date) as first_date,
        max(published_date) as last_date
    from {{ ref('fct_articles') }}

),

days as (

    select unnest(generate_series(first_date, last_date, interval 1 day))::date as date_day
    from span

)

select
    -- day
    date_day,
    isodow(date_day)::integer as iso_weekday,
    dayname(date_day) as weekday_name_en,
    ({{ weekdays }})[isodow(date_day)] as weekday_name_ar,
    -- week
    date_trunc('week', date_day)::date as week_start_date,
    strftime(date_day, '%G-W%V') as iso_week,
    -- month
    date_trunc('month', date_day)::date as month_start_date,
    month(date_day)::integer as month_number,
    monthname(date_day) as month_name_en,
    ({{ eastern }})[month(date_day)] as month_name_ar,
    ({{ levantine }})[month(date_day)] as month_name_ar_levant,
    ({{ maghrebi }})[month(date_day)] as month_name_ar_maghreb,
    -- quarter and year
    quarter(date_day)::integer as quarter_number,
    year(date_day)::integer as year_number
from days
