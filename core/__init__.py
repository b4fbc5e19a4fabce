"""The engine of RPCM Annotator: everything here runs from a script and imports no GUI toolkit."""
