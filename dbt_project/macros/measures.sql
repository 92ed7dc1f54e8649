{#- Arithmetic that several models share. -#}

{#- x · ln x, which is 0 at 0: the summand of entropies and of the log-likelihood ratio. -#}
{% macro x_log_x(count) -%}
    coalesce(({{ count }}) * ln(nullif({{ count }}, 0)), 0)
{%- endmacro %}


{#- Chance of a χ² of one degree of freedom at least as large: erfc(√(χ²/2)).

DuckDB has no error function; this is the Chebyshev fit of Numerical Recipes (§ 6.2), whose relative error is below
1.2e-7 for every argument, so that small p-values keep their order. -#}
{% macro chi_square_p_value(chi_square) -%}
    {%- set z = 'sqrt((' ~ chi_square ~ ') / 2)' -%}
    {%- set t = '(1 / (1 + ' ~ z ~ ' / 2))' -%}
    {%- set coefficients = [
        0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368
    ] -%}
    {%- set polynomial = namespace(sum='0.0::double') -%}
    {%- for coefficient in coefficients -%}
        {%- set polynomial.sum = '(' ~ coefficient ~ ' + ' ~ t ~ ' * ' ~ polynomial.sum ~ ')' -%}
    {%- endfor -%}
    least(1, {{ t }} * exp(-{{ z }} * {{ z }} - 1.26551223 + {{ t }} * {{ polynomial.sum }}))
{%- endmacro %}


{#- A bound of Wilson's 95 % interval for a share; null without trials. `sign` is + or -. -#}
{% macro wilson_bound(n_successes, n_trials, sign) -%}
    {%- set z = '1.959963984540054' -%}
    (
        {{ n_successes }} + {{ z }} * {{ z }} / 2
        {{ sign }} {{ z }} * sqrt(
            {{ n_successes }} * ({{ n_trials }} - {{ n_successes }}) / nullif({{ n_trials }}, 0)::double
            + {{ z }} * {{ z }} / 4
        )
    ) / (nullif({{ n_trials }}, 0) + {{ z }} * {{ z }})
{%- endmacro %}


{#- Number of words in a text: runs of letters, marks and digits. -#}
{% macro count_words(text) -%}
    len(regexp_extract_all({{ text }}, '[\p{L}\p{M}\p{N}]+'))::integer
{%- endmacro %}


{#- Whether a row of `statements` holds a span of the same day: by the span's last character.

Of `رحب بالصين` (welcomed China) the statement begins after the clitic بـ, with which the mention begins. -#}
{% macro statement_holds(span) -%}
    statements.published_date = {{ span }}.published_date
    and statements.article_id = {{ span }}.article_id
    and statements.start_char < {{ span }}.end_char
    and statements.end_char >= {{ span }}.end_char
{%- endmacro %}


{#- Sum of the statements' weights, null when one of them has none: see `int_statement_weights`.

In decimals, since a sum of doubles depends on the order in which threads add them. -#}
{% macro sum_of_weights(weight) -%}
    case when count(*) = count({{ weight }}) then sum(({{ weight }})::decimal(18, 9))::double end
{%- endmacro %}


{#- NPMI of two things from the counts of both, of each and of all: PMI / −ln p(both); null where they never meet. -#}
{% macro npmi(n_both, n_a, n_b, n_total) -%}
    -- Both in every one: always together, and the quotient would be 0/0.
    case
        when {{ n_both }} = 0 then null
        when {{ n_both }} = {{ n_total }} then 1
        else log2({{ n_both }}::double * {{ n_total }} / ({{ n_a }}::double * {{ n_b }}))
            / -log2({{ n_both }}::double / {{ n_total }})
    end
{%- endmacro %}


{#- A pair's sum over a month and those before it, `n_months` in all by the calendar. -#}
{% macro rolling_sum(count, n_months) -%}
    sum({{ count }}) over (
        partition by country_a, country_b
        order by month_start_date
        range between interval {{ n_months - 1 }} month preceding and current row
    )::bigint
{%- endmacro %}


{#- Dunning's G² of a 2 × 2 table: sums of x·ln x over cells, rows and columns.

Rounded, as their difference is 0 but for the last digits where the two ignore each other. -#}
{% macro log_likelihood_ratio(n_both, n_a, n_b, n_total) -%}
    greatest(0, round(2 * (
        {{ x_log_x(n_both) }}
        + {{ x_log_x(n_a ~ ' - ' ~ n_both) }}
        + {{ x_log_x(n_b ~ ' - ' ~ n_both) }}
        + {{ x_log_x(n_total ~ ' - ' ~ n_a ~ ' - ' ~ n_b ~ ' + ' ~ n_both) }}
        - {{ x_log_x(n_a) }}
        - {{ x_log_x(n_total ~ ' - ' ~ n_a) }}
        - {{ x_log_x(n_b) }}
        - {{ x_log_x(n_total ~ ' - ' ~ n_b) }}
        + {{ x_log_x(n_total) }}
    ), 6))
{%- endmacro %}


{#- Whether two relations' rows are of one period and of one country's speakers (null: of all). -#}
{% macro same_slice(one, other) -%}
    {{ one }}.period_type = {{ other }}.period_type
    and {{ one }}.month_start_date is not distinct from {{ other }}.month_start_date
    and {{ one }}.speaker_country_code is not distinct from {{ other }}.speaker_country_code
{%- endmacro %}


{#- For whom a role's spokesperson speaks: what follows باسم ("in the name of"), else ل ("of"), else ب ("at"); null
where nothing does.

`للمركز` is ل and المركز. -#}
{% macro spoken_for(role) -%}
    coalesce(
        nullif(regexp_extract({{ role }}, 'باسم\s+(.+)$', 1), ''),
        nullif(
            regexp_replace(regexp_extract({{ role }}, '(?:متحدث|ناطق).*?\sلـ?(\S.*)$', 1), '^ل', 'ال'), ''
        ),
        case
            when not contains({{ role }}, 'باسم')
                then nullif(regexp_extract({{ role }}, '(?:متحدث|ناطق).*?\sبـ?(\S.*)$', 1), '')
        end
    )
{%- endmacro %}
