"""What dataset formats share: the contract, reading, writing, polygons, label maps."""
