// exercise: 5.5
// thinks: A draw up to the share goes to the second version.
// hint: A draw can be exactly 0. Who gets that call when the second version's share is 0?
public String choose(double draw) {
    for (var route : routing.entrySet()) {
        if (draw <= route.getValue()) return route.getKey();
    }
    return version;
}
