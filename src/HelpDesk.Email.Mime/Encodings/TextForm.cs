namespace HelpDesk.Email.Mime.Encodings;

/// <summary>How the lines of a text are meant (RFC 3676).</summary>
internal enum TextForm
{
    /// <summary>Each line end is one.</summary>
    Fixed,

    /// <summary><c>format=flowed</c>: a line that ends in a space goes on in the next.</summary>
    Flowed,

    /// <summary><c>format=flowed; delsp=yes</c>: and that space was only added.</summary>
    FlowedDeletingSpaces,
}
