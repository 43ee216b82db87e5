"""Changes of tables that keep nobody from writing meanwhile, for migrations: docs/scale.md says how they are made."""

from typing import Any

from django.db.migrations import AddIndex


class AddIndexBeside(AddIndex):
    """PostgreSQL builds it beside those who write; the migration is not `atomic`. SQLite has one writer anyway."""

    atomic = False

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        schema_editor.remove_index(model, self.index, concurrently=True)  # what a try that was broken off left
        schema_editor.add_index(model, self.index, concurrently=True)
