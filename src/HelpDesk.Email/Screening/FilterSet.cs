using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Screening;

/// <summary>The filters of one set of settings, made once for it.</summary>
internal sealed class FilterSet
{
    private static readonly ConditionalWeakTable<FilterOptions, FilterSet> Made = [];

    private readonly SenderFilter[] _senders;
    private readonly TextFilter[] _subjects;

    private FilterSet(FilterOptions options)
    {
        _senders =
        [
            .. options.Senders.Where(filter => filter.Value.Enabled).OrderBy(filter => filter.Key, StringComparer.OrdinalIgnoreCase).Select(filter => Sender(filter.Key, filter.Value)),
            .. options.UsePreconfigured ? [ReadyFilters.Senders] : Array.Empty<SenderFilter>(),
        ];
        _subjects =
        [
            .. options.Subjects.Where(filter => filter.Value.Enabled).OrderBy(filter => filter.Key, StringComparer.OrdinalIgnoreCase).Select(filter => Subject(filter.Key, filter.Value)),
            .. options.UsePreconfigured ? [ReadyFilters.Subjects] : Array.Empty<TextFilter>(),
        ];
    }

    public static FilterSet Of(FilterOptions options) => Made.GetValue(options, static made => new FilterSet(made));

    /// <summary>Whether a filter stops any mail that goes out.</summary>
    public bool StopsSending => _senders.Any(filter => filter.Text.Direction != FilterDirection.Receive) || _subjects.Any(filter => filter.Direction != FilterDirection.Receive);

    /// <summary>Which filter stops a mail, with its key, or <see langword="null"/>.</summary>
    /// <param name="direction">Whether it comes or goes.</param>
    /// <param name="people">Who sends it (or, where it goes out, to whom it is sent).</param>
    /// <param name="role">What they are.</param>
    /// <param name="subject">Its subject.</param>
    public string? WhyNot(FilterDirection direction, IEnumerable<EmailAddress> people, ContactRole role, string subject)
    {
        foreach (var filter in _senders.Where(filter => filter.Text.IsAbout(direction, role)))
        {
            if (people.Select(filter.FindIn).FirstOrDefault(item => item is not null) is { } item)
            {
                return $"{filter.Text.Key}: '{item}' is {(direction == FilterDirection.Send ? "the recipient" : "the sender")}";
            }
        }

        foreach (var filter in _subjects.Where(filter => filter.IsAbout(direction, role)))
        {
            if (filter.FindIn(subject) is { } item)
            {
                return $"{filter.Key}: '{item}' is {(filter.Partly ? "in the subject" : "the subject")}";
            }
        }

        return null;
    }

    private static SenderFilter Sender(string name, SenderFilterOptions options) => new(
        new TextFilter($"Filters:Senders:{name}", ItemsOf(options), options.Partly) { Direction = options.Direction, AppliesTo = options.AppliesTo },
        [options.In]);

    // Neither a domain nor a user name has the sign between them, and people write it nevertheless.
    private static IReadOnlyList<string> ItemsOf(SenderFilterOptions options) =>
        options.In is SenderPart.Domain or SenderPart.User ? [.. FilterItems.Of(options.Text).Select(item => item.Trim('@'))] : FilterItems.Of(options.Text);

    private static TextFilter Subject(string name, SubjectFilterOptions options) =>
        new($"Filters:Subjects:{name}", FilterItems.Of(options.Text), options.Partly) { Direction = options.Direction, AppliesTo = options.AppliesTo };
}
