namespace HelpDesk.Email.Configuration;

/// <summary>The question how the help was, below <c>Departments:NAME:Survey</c>. Asked once a ticket, by the template <c>survey</c>.</summary>
public sealed class SurveyOptions
{
    /// <summary>Whether it is asked.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Enabled { get; set; }

    /// <summary>How long after the ticket was closed; one that was opened again by then is not asked about.</summary>
    /// <value>The default is 1 day.</value>
    public TimeSpan After { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Where it is answered; <c>{number}</c> in it is the ticket's number. For instance <c>https://survey.example.com/?ticket={number}</c>.</summary>
    public string? Url { get; set; }
}
