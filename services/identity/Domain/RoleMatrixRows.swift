extension RoleMatrix {
    /// Rises whenever a row below changes.
    package static let version = 1

    /// The matrix as data (C1): scope, then Full admin, Policy admin, Support, Auditor, then how sure the row is.
    static let rows: [Row] = [
        // General
        Row(1, "get_started", .view, .view, .view, .view, .sure),
        Row(2, "organization_account", .edit, .view, .view, .view, .sure),
        Row(3, "data_export_host", .view, .view, .none, .view, .strong),
        Row(4, "domains", .edit, .view, .none, .view, .strong),
        Row(5, "inbound_direct_delivery", .edit, .view, .none, .view, .strong),
        Row(6, "nta7516_sending", .edit, .view, .view, .view, .sure),
        Row(7, "organizational_units", .edit, .edit, .edit, .view, .sure),
        Row(8, "subscription", .edit, .view, .view, .view, .sure),
        Row(9, "contact_support", .view, .view, .view, .view, .sure),
        // User administration
        Row(10, "account_details", .edit, .edit, .edit, .view, .sure),
        Row(11, "email_aliases", .edit, .edit, .view, .view, .sure),
        Row(12, "delegations", .edit, .edit, .view, .view, .sure),
        Row(13, "password_reset", .edit, .edit, .none, .none, .sure),
        Row(14, "communication_log", .view, .view, .none, .none, .weak),
        Row(15, "account_restoration", .edit, .edit, .edit, .view, .sure),
        Row(16, "authentication_factors", .edit, .edit, .edit, .view, .sure),
        Row(17, "active_sessions", .edit, .edit, .edit, .view, .sure),
        Row(18, "administrator_role", .edit, .view, .view, .view, .sure),
        Row(19, "account_type", .edit, .edit, .view, .view, .sure),
        Row(20, "account_status", .edit, .edit, .edit, .view, .sure),
        Row(21, "single_sign_on", .edit, .view, .none, .view, .strong),
        Row(22, "trusted_networks", .edit, .edit, .none, .view, .strong),
        Row(23, "automatic_account_deletion", .edit, .view, .none, .view, .strong),
        // Insights
        Row(24, "insights", .view, .view, .none, .view, .weak),
        Row(25, "insights_personal", .view, .view, .none, .none, .weak),
        Row(26, "audit_log", .view, .view, .none, .none, .weak),
        // Policies
        Row(27, "recipient_verification", .edit, .edit, .edit, .view, .sure),
        Row(28, "verification_methods", .edit, .edit, .none, .view, .strong),
        Row(29, "trusted_devices", .edit, .edit, .none, .view, .strong),
        Row(30, "outbound_direct_delivery", .edit, .edit, .none, .view, .strong),
        Row(31, "business_rules", .edit, .edit, .none, .view, .strong),
        Row(32, "trusted_domains", .edit, .edit, .none, .view, .strong),
        Row(33, "revocation_policy", .edit, .edit, .none, .view, .strong),
        Row(34, "plugin_settings", .edit, .edit, .none, .view, .strong),
        // Recipient Experience
        Row(35, "notification_message", .edit, .edit, .none, .view, .strong),
        Row(36, "introduction", .edit, .edit, .none, .view, .strong),
        Row(37, "conversation_starters", .edit, .edit, .none, .view, .strong),
        Row(38, "organization_displayed_sender", .edit, .edit, .view, .view, .sure),
        Row(39, "support_channels", .edit, .edit, .none, .view, .strong),
        // Integrations
        Row(40, "smtp_credentials", .edit, .view, .none, .view, .strong),
        Row(41, "dlp_gateway", .edit, .edit, .none, .view, .strong),
        Row(42, "api_keys", .edit, .view, .none, .view, .strong),
        Row(43, "google_workspace_key", .edit, .view, .none, .view, .strong),
        Row(44, "chrome_extension_key", .edit, .view, .none, .view, .strong),
        Row(45, "downloads", .view, .view, .view, .view, .sure),
    ]
}
