// exercise: 5.5
// thinks: The share says how many calls stay with the first version.
// hint: The draw and the share both run from 0 to 1. For which draws does the second version get the call?
public String choose(double draw) {
    for (var route : routing.entrySet()) {
        if (route.getValue() > 0 && draw >= route.getValue()) return route.getKey();
    }
    return version;
}
