using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Processing;

/// <summary>What was said of a row, in earlier claims and in this one. Safe on any thread.</summary>
internal sealed class RowTrace(IReadOnlyList<TraceLine> earlier, int maxLines)
{
    private readonly Lock _lock = new();
    private readonly List<TraceLine> _lines = [.. earlier];

    public string Json
    {
        get
        {
            lock (_lock)
            {
                return MailTrace.Write(_lines.TakeLast(maxLines));
            }
        }
    }

    /// <summary>What earlier claims said, and the last line of this one if it says something else.</summary>
    public string WaitingJson
    {
        get
        {
            lock (_lock)
            {
                var isNews = _lines.Count > earlier.Count && (earlier.Count == 0 || _lines[^1] with { At = earlier[^1].At } != earlier[^1]);
                return MailTrace.Write((isNews ? earlier.Append(_lines[^1]) : earlier).TakeLast(maxLines));
            }
        }
    }

    /// <summary>What was said in this claim.</summary>
    public IReadOnlyList<TraceLine> News
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines.Skip(earlier.Count)];
            }
        }
    }

    public void Add(IEnumerable<TraceLine> lines)
    {
        lock (_lock)
        {
            _lines.AddRange(lines);
        }
    }
}
