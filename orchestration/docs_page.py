"""dbt's documentation page made fit for Arabic and for a machine without internet.

What the page says comes from `dbt_project`; only how the browser shows it is set here.
"""

# Arabic keeps its direction inside English sentences and begins at the right on lines of its own;
# descriptions of columns and details of models wrap where dbt cuts them off; of long names in the
# tree, which dbt writes in two pieces, the blank between them is kept.
STYLE = """<style>
p, li, td, th, h1, h2, h3, dd { unicode-bidi: plaintext; }
th { text-align: start !important; }
[dir=rtl] { text-align: right; }
[dir=rtl] td, [dir=rtl] th { text-align: right; }
code, pre { font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; }
:not(pre) > code { unicode-bidi: isolate; font-family: inherit; font-weight: 600; }
td[style*="ellipsis"] { white-space: normal !important; max-width: 30em !important; }
.detail-body { white-space: normal !important; overflow: visible !important; }
.filename-ellip, .filename-normal:last-child { white-space: pre !important; }
.switches .btn { padding-left: 9px !important; padding-right: 9px !important; }
</style>"""
ICON = (
    "data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><circle cx='4' cy='4' r='3'/></svg>"
)
CHANGES = (
    ("<title>dbt Docs</title>", "<title>Marsad مرصد</title>" + STYLE),
    # Templates that a browser takes for addresses, and asks the server for.
    ("${require('./assets/favicons/favicon.ico')}", ICON),
    ('<use xlink:href="{{', '<use ng-href="{{'),
    # Descriptions are Markdown where they are opened, and plain where they are not.
    (
        "{{ column.description }}</span>",
        '{{ column.description.split("`").join("") }}</span>',
    ),
    (
        "{{ source.description }}</span>",
        '{{ source.description.split("`").join("") }}</span>',
    ),
    # The name of a source, which a word list has not: `from marsad.lexicons.undefined`.
    ('+e.schema+"."+e.identifier;', '+e.schema+"."+(e.identifier||e.alias);'),
    # The word lists lie beside the project: in the tree of files they are not "..".
    ('"../seeds/lexicons/', '"seeds/lexicons/'),
)


def fit(page: str) -> str:
    """Give dbt's static page with its title, direction and addresses set.

    Raises:
        ValueError: dbt has changed its page, and a piece to be set is no longer in it.
    """
    for was, becomes in CHANGES:
        if was not in page:
            message = f"dbt's page no longer holds {was!r}: see orchestration/docs_page.py"
            raise ValueError(message)
        page = page.replace(was, becomes)
    return page
