#!/bin/sh
# Gradescope runs this once, as root, while it makes the image for the submissions' containers: the grader needs a JDK to
# compile submissions, and bubblewrap to keep them away from everything else.
set -e
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends openjdk-17-jdk-headless bubblewrap

# a run of nothing compiles the tests and prepares a quick start, once for all submissions
first=$(mktemp -d)
mkdir "$first/submission"
AUTOGRADER_ROOT=$first AUTOGRADER_SOURCE=/autograder/source /autograder/source/run_autograder
rm -rf "$first"
