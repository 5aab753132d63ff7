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
            .UseSmtpListener()                           // mail comes in by SMTP,
            .AddDropFolderSource()                       // or as files in a folder,
            .AddPickupTransport()                        // and goes out as files in a folder
            .On<TicketCreated, PageTheDutyOfficer>());   // tells your own code
        #endregion
        return builder.Build();
    }
}
