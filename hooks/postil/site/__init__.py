"""From the archive to a site: the only part that knows MkDocs, Material and Pagefind."""
