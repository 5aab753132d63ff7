namespace HelpDesk.Email.Tokens;

/// <summary>What a token was made for: one made for one purpose is worth nothing for another.</summary>
internal enum TokenPurpose
{
    /// <summary>In the Message-ID of a mail that we send.</summary>
    MessageId,

    /// <summary>In the address that answers go to.</summary>
    ReplyAddress,

    /// <summary>In the header field by which we know our own mail again.</summary>
    Loop,

    /// <summary>In the envelope sender that reports come back to.</summary>
    ReturnPath,
}
