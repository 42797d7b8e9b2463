# Writes the import's files from people.csv and mail.csv: awk -v into=FOLDER -f import.awk people.csv mail.csv
# Person 17 is p17@eu-core.example, department 3 is the group and the functional mailbox "department 3".
BEGIN {
    FS = ","
    print "address,display_name,external_id" > (into "/people.csv")
    print "display_name,external_id" > (into "/groups.csv")
    print "address,display_name,external_id" > (into "/mailboxes.csv")
    print "group,member" > (into "/members.csv")
    print "mailbox,grantee,rights" > (into "/delegations.csv")
    pairs = 0
}
FNR == 1 { next }
FILENAME ~ /people/ {
    department[$1] = $2
    printf "p%d@eu-core.example,Person %d,person-%d\n", $1, $1, $1 > (into "/people.csv")
    printf "group:department %d,ext:person-%d\n", $2, $1 > (into "/members.csv")
    if (!($2 in seen)) {
        seen[$2] = 1
        printf "department %d,group-%d\n", $2, $2 > (into "/groups.csv")
        printf "department-%d@eu-core.example,Department %d,mailbox-%d\n", $2, $2, $2 > (into "/mailboxes.csv")
        printf "department-%d@eu-core.example,group:department %d,open send\n", $2, $2 > (into "/delegations.csv")
    }
    next
}
{
    order[++mails] = $1 "," $2
    mailed[$1 "," $2] = 1
}
END {
    # The first 500 pairs of two departments that mailed each other in both directions.
    for (i = 1; i <= mails && pairs < 500; i++) {
        split(order[i], end, ",")
        if (department[end[1]] != department[end[2]] && ((end[2] "," end[1]) in mailed)) {
            pairs++
            printf "ext:person-%d,ext:person-%d,open\n", end[2], end[1] > (into "/delegations.csv")
        }
    }
}
