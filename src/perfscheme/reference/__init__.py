"""What may stand in a file, told to editors and to people: JSON Schema, tables of keys, and their texts."""
