/**
 * Sends the duration and the result of this build, and its reports, to Carbon. It never fails the build.
 * Every option of carbonclient has its name in camel case: carbonReport(server: 'carbon.example.com', junit: '*.xml').
 * `client` is the command that runs carbonclient on the agent.
 */
def call(Map options = [:]) {
    def client = options.client ?: 'npx --yes --package=carbon-action@1 -- carbonclient'
    def variables = options.findAll { it.key != 'client' }.collect { name, value ->
        "CARBON_${name.replaceAll(/([A-Z])/, '_$1').toUpperCase()}=${value}"
    }
    // Only Groovy knows these: Jenkins gives no environment variable for the result or the start of a build.
    def job = [
        "CARBON_JOB_STATUS=${currentBuild.currentResult}",
        "CARBON_JOB_STARTED_AT=${currentBuild.startTimeInMillis.intdiv(1000)}",
    ]
    withEnv(job + variables) {
        if (isUnix()) {
            sh(script: client, label: 'Send metrics to Carbon', returnStatus: true)
        } else {
            bat(script: client, label: 'Send metrics to Carbon', returnStatus: true)
        }
    }
}
