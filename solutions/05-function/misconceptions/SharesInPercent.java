// exercise: 5.5
// thinks: A share is a percentage.
// hint: The draw and the share both run from 0 to 1. For which draws does the second version get the call?
public String choose(double draw) {
    for (var route : routing.entrySet()) {
        if (draw * 100 < route.getValue()) return route.getKey();
    }
    return version;
}
