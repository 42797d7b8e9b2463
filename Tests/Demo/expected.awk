# What must come out, computed from the data alone: awk -v ids=ids.csv -v into=FOLDER -f expected.awk people.csv mail.csv
# Asks of every mail: may the sender open the mailbox of the recipient's department? And: the recipient's own mailbox?
BEGIN {
    FS = ","
    while ((getline line < ids) > 0) {
        split(line, part, ",")
        if (part[1] == "account") account[part[2]] = part[3]
        if (part[1] == "mailbox") mailbox[part[2]] = part[3]
    }
    print "account,mailbox,right" > (into "/departments.csv")
    print "account,mailbox,right" > (into "/persons.csv")
}
FNR == 1 { next }
FILENAME ~ /people/ { department[$1] = $2; next }
{ order[++mails] = $0; mailed[$0] = 1 }
END {
    for (i = 1; i <= mails && pairs < 500; i++) {
        split(order[i], end, ",")
        if (department[end[1]] != department[end[2]] && ((end[2] "," end[1]) in mailed)) {
            pairs++
            granted[order[i]] = 1
        }
    }
    for (i = 1; i <= mails; i++) {
        split(order[i], end, ",")
        sender = account["p" end[1] "@eu-core.example"]
        recipient = account["p" end[2] "@eu-core.example"]
        shared = mailbox["department-" department[end[2]] "@eu-core.example"]
        own = "mbx_" substr(recipient, 5)
        print sender "," shared ",open" > (into "/departments.csv")
        print sender "," own ",open" > (into "/persons.csv")
        print (department[end[1]] == department[end[2]]) ? "allowed,allowed-group-grant" : "denied,no-grant" > (into "/departments.expected")
        print (end[1] == end[2]) ? "allowed,allowed-owner" : (order[i] in granted) ? "allowed,allowed-grant" : "denied,no-grant" > (into "/persons.expected")
    }
}
