namespace HelpDesk.Email.Mime.Limits;

/// <summary>Collects the defects of one message: each phrase once, and never more than a screenful.</summary>
internal sealed class DefectLog
{
    private const int Most = 100;
    private readonly List<MailDefect> _defects = [];

    public IReadOnlyList<MailDefect> Defects => _defects;

    public void Add(MailDefectKind kind, string description)
    {
        if (_defects.Count >= Most)
            return;
        foreach (var known in _defects)
        {
            if (known.Kind == kind && known.Description == description)
                return;
        }

        _defects.Add(new MailDefect(kind, description));
    }
}
