namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>A mail as a scripted server took it.</summary>
internal sealed class TakenMail
{
    public string ReversePath { get; init; } = string.Empty;

    public List<string> Recipients { get; } = [];

    public string MessageId { get; set; } = string.Empty;
}
