using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Configuration;

/// <summary>What an event of the host's own brings, such as a broken service level, below <c>Notifications:Events:NAME</c>.</summary>
public sealed class NotificationEventOptions
{
    /// <summary>Whether anything is sent for it.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The template of its mail.</summary>
    public string Template { get; set; } = string.Empty;

    /// <summary>Who is told.</summary>
    public IList<NotificationAudience> Audiences { get; set; } = [];

    /// <summary>Further addresses that are told.</summary>
    public IList<string> To { get; set; } = [];

    /// <summary>Only for tickets of one of these departments; none: of all.</summary>
    public IList<string> Departments { get; set; } = [];

    /// <summary>Only for tickets of one of these categories; none: of all.</summary>
    public IList<string> Categories { get; set; } = [];

    /// <summary>Only for tickets of one of these types; none: of all.</summary>
    public IList<string> Types { get; set; } = [];

    /// <summary>Only for tickets of one of these priorities; none: of all.</summary>
    public IList<string> Priorities { get; set; } = [];
}
