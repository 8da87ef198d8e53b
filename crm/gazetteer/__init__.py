"""Places of the world by name: GeoNames' table (CC BY 4.0), shipped with us, with CLDR's names of regions."""
