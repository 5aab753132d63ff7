namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>The sorts of mail in the corpus.</summary>
internal enum MailSort
{
    /// <summary>An answer in text and HTML over the history of its conversation; about 21 kB.</summary>
    Reply,

    /// <summary>An answer with one file of 200 to 800 kB.</summary>
    File,

    /// <summary>A short mail in plain text.</summary>
    Plain,

    /// <summary>A notice of absence.</summary>
    Automatic,

    /// <summary>A delivery report (RFC 3464).</summary>
    Bounce,
}
