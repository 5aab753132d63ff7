using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.QuickStart.Tests.Load;

/// <summary>A mail that a client is going to send until it is accepted.</summary>
/// <param name="Number">Its place in the plan.</param>
/// <param name="Thread">The mail that its conversation begins with.</param>
/// <param name="Mail">What is written in it.</param>
/// <param name="Copies">How many connections send it.</param>
internal sealed record PlannedMail(int Number, int Thread, PlainMail Mail, int Copies)
{
    public byte[] Octets { get; } = Mail.ToOctets();

    /// <summary>Whether it answers another mail of the plan.</summary>
    public bool IsReply => Mail.InReplyTo is not null;
}
