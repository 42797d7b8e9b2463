extension Standing {
    /// Whether an account can be given a system operation (D10): as a grant (B2, D6), only an active one that acts.
    package func mayHoldOperations() throws(Refusal) {
        try state.mayJoinGroup()
        if kind == .functional {
            throw Refusal(.wrongType, "a functional account does nothing, so it is given nothing")
        }
    }
}
