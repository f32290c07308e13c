package org.pizzaorders.planted.crowd;

/** Breaks, with the others here, the rule of how many classes a room holds. */
class Crowd {}

class One {}

class Two {}

class Three {}

class Four {}

class Five {}

class Six {}

class Seven {}

class Eight {}

class Nine {}

class Ten {}

class Eleven {}

class Twelve {}

class Thirteen {}

class Fourteen {}

class Fifteen {}
