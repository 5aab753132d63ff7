using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Documentation.Tests.Start;

/// <summary>The example of the front page.</summary>
internal static class Readme
{
    public static IHost Build(string[] args)
    {
        #region readme-registration
        var builder = Host.CreateApplicationBuilder(args);

        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite("Data Source=helpdesk.db")        // mail, tickets, contacts and keys in one file
            .UseHandlebarsTemplates()                    // the words of outgoing mail
            .UseImap()                                   // mail is fetched from mailboxes,
            .UseSmtpListener()                           // or comes by SMTP to this process,
            .UseSmtp()                                   // and goes out by a mail server
            .On<TicketCreated, PageTheDutyOfficer>());   // tells your own code
        #endregion
        return builder.Build();
    }
}
