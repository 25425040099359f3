module.exports = {
  rootDir: '..',
  testMatch: ['<rootDir>/jest/*.test.jsx'],
  testEnvironment: 'jsdom',
  // Adds the globals of Node that the jsdom of Jest lacks, such as Request.
  setupFiles: ['react-seam-portal/testing/jest'],
  transform: { '\\.jsx$': ['babel-jest', { configFile: './jest/babel.config.cjs' }] },
}
