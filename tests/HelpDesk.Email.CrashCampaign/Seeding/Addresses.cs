namespace HelpDesk.Email.CrashCampaign.Seeding;

/// <summary>The addresses of the help desk.</summary>
internal static class Addresses
{
    public const string Support = "support@desk.test";
    public const string Sales = "sales@desk.test";
}
