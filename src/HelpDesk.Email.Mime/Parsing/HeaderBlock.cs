using System.Text;
using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Parsing;

/// <summary>The header that is being read: its fields as ranges of one block, within the limits.</summary>
internal sealed class HeaderBlock
{
    // Each question looks through the header: of a flood of such lines only the first are asked about.
    private const int MostAnnounced = 4;
    private readonly long _start;
    private readonly MailReadingLimits _limits;
    private readonly List<HeaderLine> _lines = [];
    private readonly MemoryStream? _copy;
    private readonly int _most;
    private int _length;
    private bool _tooLong;
    private bool _tooMany;
    private bool _fieldTooLong;
    private bool _dropping;
    private int _announced;

    public HeaderBlock(long start, bool inMemory, MailReadingLimits limits, int keptBefore)
    {
        _start = start;
        _limits = limits;
        _copy = inMemory ? null : new MemoryStream();
        _most = (int)Math.Min(limits.MaxHeaderBlockOctets, Math.Max(0, (4L * limits.MaxHeaderBlockOctets) - keptBefore));
    }

    public bool Started => _length > 0;

    public bool HasFields => _lines.Count > 0 || _tooMany || _tooLong;

    /// <summary>Adds a line: a field with its colon there, the rest of the field before (-2), or rubbish (-1).</summary>
    public void Add(ReadOnlySpan<byte> line, int colon)
    {
        var start = _length;
        var kept = _tooLong ? 0 : Math.Min(line.Length, _most - start);
        _length += kept;
        _copy?.Write(line[..kept]);
        _tooLong |= kept < line.Length;
        if (colon == -2)
        {
            Extend(kept);
            return;
        }

        _dropping = true;
        if (colon < 0 || kept <= colon)
            return;
        if (_lines.Count >= _limits.MaxHeaders)
        {
            _tooMany = true;
            return;
        }

        _dropping = false;
        var name = line[..colon].TrimEnd(" \t"u8).Length;
        var end = Math.Min(_length, start + _limits.MaxHeaderOctets);
        _fieldTooLong |= end < _length;
        _lines.Add(new HeaderLine(start, name, Math.Min(start + colon + 1, end), end));
    }

    /// <summary>Whether the header so far gives a boundary, and it is that of a line.</summary>
    public bool Announces(ReadOnlySpan<byte> boundaryLine, OctetSource source)
    {
        if (_announced++ >= MostAnnounced || boundaryLine.Length <= 2)
            return false;
        var block = _copy is null ? source.Slice(new OctetRange(_start, _length)).Span : _copy.GetBuffer().AsSpan(0, _length);
        var at = block.LastIndexOf(boundaryLine[2..]);
        return at > 0 && block[..at].TrimEnd("\" "u8) is var before && before.Length > 9 && Ascii.EqualsIgnoreCase(before[^9..], "boundary=");
    }

    public void Finish(PartNode node, OctetSource source, DefectLog defects)
    {
        if (_tooLong || _tooMany)
            defects.Add(MailDefectKind.LimitExceeded, "too many headers");
        if (_fieldTooLong)
            defects.Add(MailDefectKind.LimitExceeded, "header too long");
        node.HeaderBlock = _copy is null ? source.Slice(new OctetRange(_start, _length)) : _copy.GetBuffer().AsMemory(0, _length);
        node.HeaderLines = _lines;
        _copy?.Dispose();
    }

    private void Extend(int count)
    {
        if (_dropping || _lines.Count == 0)
            return;
        var last = _lines[^1];
        if (last.ValueEnd != _length - count)
            return;
        var end = Math.Min(_length, last.NameStart + _limits.MaxHeaderOctets);
        _fieldTooLong |= end < _length;
        _lines[^1] = last with { ValueEnd = end };
    }
}
