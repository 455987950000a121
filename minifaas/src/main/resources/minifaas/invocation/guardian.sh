# Sends signals to the process groups of environments, which Java cannot do, and ends all of them when the
# server is gone, however it went: then the pipe that this script reads is closed.
#
# It reads one command a line: "watch GROUP", "forget GROUP", or a signal and a group, such as "STOP 4711".
# $1 is the mark that every process of this server's environments carries in its environment variables.
trap '' INT HUP TERM

groups=' '
while read -r command group; do
  case $command in
    watch) groups="$groups$group " ;;
    forget)
      case $groups in
        *" $group "*) groups="${groups%%" $group "*} ${groups#*" $group "}" ;;
      esac
      ;;
    *) kill -s "$command" -- "-$group" 2>/dev/null ;;
  esac
done

for group in $groups; do
  kill -s KILL -- "-$group" 2>/dev/null
done

# A child with a session of its own is in none of the groups; Linux tells it by its mark.
for file in $(grep -l -a -F -e "$1" /proc/[0-9]*/environ 2>/dev/null); do
  process=${file#/proc/}
  kill -s KILL "${process%/environ}" 2>/dev/null
done
