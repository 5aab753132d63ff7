namespace HelpDesk.Email.Mime.Octets;

/// <summary>A stretch of a source: where it starts and how many octets it has.</summary>
internal readonly record struct OctetRange(long Start, long Length)
{
    public long End => Start + Length;

    public static OctetRange Between(long start, long end) => new(start, Math.Max(0, end - start));
}
