"""What mkdocs.yml names as its hook: the events, taken from the package beside this file."""

from postil.site.adapter import (
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_post_build,
    on_post_page,
    on_post_template,
    on_startup,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_startup",
]
