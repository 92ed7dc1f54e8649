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
{%- set islamic = [
    'محرم', 'صفر', 'ربيع الأول', 'ربيع الثاني', 'جمادى الأولى', 'جمادى الآخرة',
    'رجب', 'شعبان', 'رمضان', 'شوال', 'ذو القعدة', 'ذو الحجة'
] -%}
{%- set weekdays = ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'] -%}
with

hijri_months as (

    select * from {{ ref('hijri_months') }}

),

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
    days.date_day,
    isodow(days.date_day)::integer as iso_weekday,
    dayname(days.date_day) as weekday_name_en,
    ({{ weekdays }})[isodow(days.date_day)] as weekday_name_ar,
    -- week
    date_trunc('week', days.date_day)::date as week_start_date,
    strftime(days.date_day, '%G-W%V') as iso_week,
    -- month
    date_trunc('month', days.date_day)::date as month_start_date,
    month(days.date_day)::integer as month_number,
    monthname(days.date_day) as month_name_en,
    ({{ eastern }})[month(days.date_day)] as month_name_ar,
    ({{ levantine }})[month(days.date_day)] as month_name_ar_levant,
    ({{ maghrebi }})[month(days.date_day)] as month_name_ar_maghreb,
    -- quarter and year
    quarter(days.date_day)::integer as quarter_number,
    year(days.date_day)::integer as year_number,
    -- Islamic calendar
    hijri_months.hijri_year,
    hijri_months.hijri_month,
    (days.date_day - hijri_months.start_date + 1)::integer as hijri_day,
    ({{ islamic }})[hijri_months.hijri_month] as hijri_month_name_ar
from days
asof left join hijri_months
    on days.date_day >= hijri_months.start_date
