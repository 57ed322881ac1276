module.exports=require("../main/498.index.js");
