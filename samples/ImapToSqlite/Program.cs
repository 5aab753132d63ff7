using HelpDesk.Email;
using HelpDesk.Email.Tickets.Events;
using ImapToSqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The settings lie beside the program, from wherever it is started; everything that differs from one place to another is in them.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
var database = builder.Configuration.GetConnectionString("HelpDesk")
    ?? throw new InvalidOperationException("ConnectionStrings:HelpDesk is missing; write for instance \"Data Source=helpdesk.db\" into appsettings.json.");
builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
    .UseSqlite(database)
    .UseHandlebarsTemplates()
    .UseImap()
    .UsePop3()
    .UseSmtp()
    .On<TicketCreated, TicketPrinter>()
    .On<TicketUpdated, TicketPrinter>());
builder.Build().Run();
