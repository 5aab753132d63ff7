using System.Text;
using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Parsing;

/// <summary>
/// Finds the parts of a message in one pass over its octets: headers line by line, bodies by a vectorised search for lines that
/// start with two hyphens. Multiparts in multiparts stand on a stack, not in calls.
/// </summary>
internal sealed class StructureScanner(OctetSource source, MailReadingLimits limits, DefectLog defects) : IDisposable
{
    private readonly OctetWindow _window = new(source);
    private readonly List<PartNode> _nodes = [];
    private readonly BoundaryStack _open = new();

    /// <summary>Finds the parts of a whole message.</summary>
    public List<PartNode> Scan() => Scan(null);

    /// <summary>Finds the parts of a multipart whose header stands elsewhere; the first node is the multipart itself.</summary>
    public List<PartNode> ScanBody(MediaType type, byte[] boundary)
    {
        var multipart = Begin(-1, type);
        multipart.Opened = true;
        _open.Push(new OpenMultipart(0, boundary) { Digest = type.Subtype == "digest" });
        return Scan(multipart);
    }

    private List<PartNode> Scan(PartNode? opened)
    {
        var headers = new HeaderBlockReader(_window, source, _open, limits, defects);
        var bodies = new BodyScanner(_window, _open, headers.Terminator);
        var node = opened ?? Begin(-1, MediaType.PlainText);
        while (true)
        {
            if (node != opened)
            {
                headers.Read(node, root: _nodes.Count == 1);
                Classify(node);
            }

            _open.MayResume = node.MediaType.Type == "text";
            var delimiter = bodies.Next();
            if (node.BodyEnd < 0 && !node.Opened)
                node.BodyEnd = delimiter.ContentEnd;

            // A closing boundary opens nothing: go on to the one that does.
            while (delimiter.Level >= 0 && delimiter.Closing)
            {
                CloseAbove(delimiter.Level, delimiter.ContentEnd);
                Close(delimiter);
                delimiter = bodies.Next();
            }

            if (delimiter.Level < 0 || _nodes.Count >= limits.MaxParts)
            {
                Finish(delimiter);
                return _nodes;
            }

            CloseAbove(delimiter.Level, delimiter.ContentEnd);
            var multipart = _open[delimiter.Level];
            if (multipart.Closed)
                defects.Add(MailDefectKind.MalformedMultipart, "part after the closing boundary");
            multipart.Closed = false;
            node = Begin(multipart.Node, multipart.Digest ? MediaType.Message : MediaType.PlainText);
        }
    }

    public void Dispose() => _window.Dispose();

    private PartNode Begin(int parent, MediaType defaultType)
    {
        var node = new PartNode(parent, defaultType);
        _nodes.Add(node);
        if (parent >= 0)
            _nodes[parent].Children++;
        return node;
    }

    private void Classify(PartNode node)
    {
        // Where several stand, the last one counts: it is the one nearest to the body.
        for (var i = node.HeaderLines.Count - 1; i >= 0; i--)
        {
            var line = node.HeaderLines[i];
            var block = node.HeaderBlock.Span;
            if (line.NameLength != 12 || !Ascii.EqualsIgnoreCase(block.Slice(line.NameStart, 12), "content-type"))
                continue;
            var value = block[line.ValueStart..line.ValueEnd];
            if (value.Trim(" \t\r\n"u8).IsEmpty)
                continue;
            node.MediaType = ContentTypes.ReadType(value, limits, defects);
            node.TypeGiven = true;
            break;
        }

        if (!node.MediaType.IsMultipart)
            return;
        if (_open.Count >= limits.MaxDepth)
        {
            defects.Add(MailDefectKind.LimitExceeded, "multiparts too deep");
            return;
        }

        var boundary = node.MediaType.Parameters["boundary"]?.TrimEnd(' ');
        if (string.IsNullOrEmpty(boundary))
            defects.Add(MailDefectKind.MalformedMultipart, "multipart without a boundary");
        node.Opened = true;
        _open.Push(new OpenMultipart(_nodes.Count - 1, string.IsNullOrEmpty(boundary) ? null : Encoding.UTF8.GetBytes(boundary))
        {
            Digest = node.MediaType.Subtype == "digest",
        });
    }

    /// <summary>Ends the multiparts further in, whose own closing boundary never came.</summary>
    private void CloseAbove(int level, long end)
    {
        while (_open.Count - 1 > level)
        {
            var multipart = _open.Pop();
            EndUnclosed(multipart, end);
            if (_nodes[multipart.Node].Children > 0)
                _open.Lapse(multipart);
        }
    }

    private void Close(Delimiter delimiter)
    {
        var multipart = _open[delimiter.Level];
        multipart.Closed = true;
        _open.ForgetLapsed();
        var node = _nodes[multipart.Node];
        node.BodyEnd = node.Children > 0 ? _window.Position : delimiter.ContentEnd;
        // What follows belongs to the multipart around it. The outermost stays, as parts may come late.
        if (delimiter.Level == 0)
            return;
        _open.Pop();
        if (node.Children == 0)
            LeaveUnopened(node);
    }

    private void Finish(Delimiter delimiter)
    {
        if (delimiter.Level >= 0)
            defects.Add(MailDefectKind.LimitExceeded, "too many parts");
        while (_open.Count > 0)
        {
            var multipart = _open.Pop();
            if (multipart.Closed && _nodes[multipart.Node].Children == 0)
                LeaveUnopened(_nodes[multipart.Node]);
            else if (!multipart.Closed)
                EndUnclosed(multipart, delimiter.ContentEnd);
        }
    }

    private void EndUnclosed(OpenMultipart multipart, long end)
    {
        var node = _nodes[multipart.Node];
        node.BodyEnd = end;
        if (node.Children > 0)
        {
            defects.Add(MailDefectKind.MalformedMultipart, "unterminated multipart boundary");
            return;
        }

        LeaveUnopened(node);
    }

    /// <summary>No boundary opened a part: whatever the multipart holds is one piece.</summary>
    private void LeaveUnopened(PartNode node)
    {
        defects.Add(MailDefectKind.MalformedMultipart, "multipart without parts");
        node.Opened = false;
        node.WithoutParts = true;
    }
}
