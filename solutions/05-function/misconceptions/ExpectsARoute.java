// exercise: 5.5
// thinks: An alias always has a second version.
// hint: Most aliases have no second version at all. What does yours do then?
public String choose(double draw) {
    var route = routing.entrySet().iterator().next();
    return draw < route.getValue() ? route.getKey() : version;
}
