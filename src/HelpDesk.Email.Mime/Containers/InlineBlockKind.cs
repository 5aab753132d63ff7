namespace HelpDesk.Email.Mime.Containers;

/// <summary>The kinds of stretches that are taken out of a text.</summary>
internal enum InlineBlockKind
{
    /// <summary>A uuencoded file, from its <c>begin</c> to its <c>end</c>.</summary>
    UuFile,

    /// <summary>The lines that open a signed text (RFC 4880 section 7), or the escape before a line of it.</summary>
    PgpFrame,

    /// <summary>The signature of a signed text.</summary>
    PgpSignature,
}
