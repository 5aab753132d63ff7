namespace HelpDesk.Email.Servers.Tests.Certificates;

/// <summary>The addresses of the loopback interface, one for each certificate.</summary>
internal static class Addresses
{
    public const string Good = "127.0.0.1";
    public const string Expired = "127.0.0.2";
    public const string WrongName = "127.0.0.3";
    public const string SelfSigned = "127.0.0.4";
    public const string Stranger = "127.0.0.5";
}
