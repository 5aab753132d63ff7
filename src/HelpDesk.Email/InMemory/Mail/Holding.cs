namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Who holds a row, until when, and under which fence.</summary>
internal sealed class Holding
{
    private DateTimeOffset _ends;

    /// <summary>Who took it and did not let it go; the lease may have ended.</summary>
    public string? Node { get; private set; }

    /// <summary>Greater with each taking.</summary>
    public long Fence { get; private set; }

    public bool Lives(DateTimeOffset now) => Node is not null && _ends > now;

    /// <summary>Whether a claim still holds: an ended lease does not matter until somebody else takes the row.</summary>
    public bool Is(string node, long fence) => Node == node && Fence == fence;

    public void Take(string node, DateTimeOffset ends)
    {
        Node = node;
        Fence++;
        _ends = ends;
    }

    public void Lengthen(DateTimeOffset ends) => _ends = ends;

    public void Free() => Node = null;
}
