namespace HelpDesk.Email.Mime.Parsing;

/// <summary>A multipart whose end was not seen yet. Its boundary is null where the header gives none.</summary>
internal sealed class OpenMultipart(int node, byte[]? boundary)
{
    public int Node { get; } = node;

    public byte[]? Boundary { get; set; } = boundary;

    /// <summary>Whether its closing boundary was seen; only the outermost stays open after that, for parts that come late.</summary>
    public bool Closed { get; set; }

    public bool Digest { get; init; }
}
