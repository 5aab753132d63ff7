using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Parsing;

/// <summary>What the scan found of one part: where its header and its body stand, and what it says it is.</summary>
internal sealed class PartNode(int parent, MediaType defaultType)
{
    /// <summary>The number of the multipart it stands in, or -1.</summary>
    public int Parent { get; } = parent;

    public ReadOnlyMemory<byte> HeaderBlock { get; set; }

    public IReadOnlyList<HeaderLine> HeaderLines { get; set; } = [];

    public MediaType MediaType { get; set; } = defaultType;

    /// <summary>Whether a Content-Type was given.</summary>
    public bool TypeGiven { get; set; }

    public long BodyStart { get; set; }

    public long BodyEnd { get; set; } = -1;

    /// <summary>Whether it was opened as a multipart; one too deep or without any boundary is a leaf.</summary>
    public bool Opened { get; set; }

    /// <summary>Whether it is a multipart in which no boundary was found.</summary>
    public bool WithoutParts { get; set; }

    public int Children { get; set; }

    public OctetRange Body => OctetRange.Between(BodyStart, BodyEnd);
}
