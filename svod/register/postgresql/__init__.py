"""The database engine of a register that several machines share: Django's, but what is asked often is planned once."""
